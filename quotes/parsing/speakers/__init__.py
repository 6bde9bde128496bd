"""Who a mention is, within one document."""
