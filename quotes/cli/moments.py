"""Moments as people read them."""

from datetime import datetime


def local_minute(moment: str) -> str:
    """An ISO 8601 moment in local time, to the minute."""
    return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M}"
