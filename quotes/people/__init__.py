"""Who is who across documents."""
