"""The library: what is put in comes out, whatever happens in between."""
