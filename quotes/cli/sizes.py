"""Numbers of bytes as people read them."""

_UNITS = ("KB", "MB", "GB", "TB")


def size_words(size: int) -> str:
    """A number of bytes in the largest decimal unit that it reaches: "1.3 GB"."""
    if size < 1000:
        return f"{size} bytes"
    shown = float(size)
    for unit in _UNITS:
        shown /= 1000
        if shown < 999.5 or unit == _UNITS[-1]:
            break
    return f"{shown:,.1f} {unit}" if shown < 9.95 else f"{shown:,.0f} {unit}"
