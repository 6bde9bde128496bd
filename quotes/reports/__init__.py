"""What leaves the library: records, sheets and citations. Pure: no database, no model, no terminal."""
