"""Who is one speaker across documents."""
