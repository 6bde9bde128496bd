"""Where a library lies: on a network, in a folder that a program copies elsewhere, with how much room."""

import shutil
from fnmatch import fnmatchcase
from pathlib import Path

NETWORK = frozenset(
    (
        *("9p", "afpfs", "afs", "ceph", "cifs", "davfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4"),
        *("smb2", "smb3", "smbfs", "vboxsf", "webdav", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse"),
        *("fuse.rclone", "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs", "fuse.vmhgfs-fuse", "macfuse.sshfs"),
    )
)
"""File systems (as the mount table names them) whose files several machines share: there the memory that a
write-ahead log needs is not shared, and locks may not hold (https://www.sqlite.org/wal.html)."""

_SYNCED = {
    "dropbox*": "Dropbox",
    "onedrive*": "OneDrive",
    "mobile documents": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "icloudrive": "iCloud Drive",
    "google drive": "Google Drive",
    "googledrive*": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "pclouddrive": "pCloud",
    "box sync": "Box",
    "box-box": "Box",
}
"""Names of folders (in small letters) by which programs that synchronise are known."""
_MARKERS = {
    ".dropbox.cache": "Dropbox",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    ".tmp.drivedownload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
}
"""What such programs leave in the folder that they synchronise."""


def synced_by(path: Path) -> str | None:
    """The program that synchronises a folder above `path` with other machines, as far as it can be told."""
    for folder in path.parents:
        name = folder.name.casefold()
        for pattern, program in _SYNCED.items():
            if fnmatchcase(name, pattern):
                return program
        for marker, program in _MARKERS.items():
            if _is_there(folder / marker):
                return program
    return None


def network(path: Path) -> str | None:
    """The file system of `path` where it is one of a network, else None."""
    kind = file_system(path)
    return kind if kind in NETWORK else None


def file_system(path: Path) -> str:
    """The kind of file system that `path` (absolute) lies on, as the mount table names it; "" if unknown."""
    import psutil

    try:
        mounts = psutil.disk_partitions(all=True)
    except (OSError, psutil.Error):
        return ""
    above = [mount for mount in mounts if path.is_relative_to(mount.mountpoint)]
    if not above:
        return ""
    # Of several at one place the last one mounted hides the others.
    deepest = max(enumerate(above), key=lambda item: (len(Path(item[1].mountpoint).parts), item[0]))
    return str(deepest[1].fstype).casefold()


def free_space(folder: Path) -> int:
    """How many bytes may still be written in a folder."""
    return shutil.disk_usage(folder).free


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False
