"""PDF files: from drawn pieces of text to paragraphs and pages."""
