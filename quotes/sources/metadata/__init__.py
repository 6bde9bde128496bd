"""What a document says about itself: title, author, publisher, address, dates, each with its evidence."""
