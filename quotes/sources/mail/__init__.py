"""Mails: their text, their attachments, and what their headers say."""
