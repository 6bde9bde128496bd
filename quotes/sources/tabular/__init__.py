"""Files that hold many documents, cut at their lines: tables, JSON records and what their columns mean."""
