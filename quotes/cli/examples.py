"""Examples under a command's help."""


def examples(*lines: str) -> str:
    """An epilog that shows `lines`, each a command, one below the other."""
    return "\n".join(["Examples:", *(f"  {line}" for line in lines)])
