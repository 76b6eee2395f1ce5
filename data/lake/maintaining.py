"""Keeps the number of files of a lake small; no row and no event is lost by it."""

from data.lake.address import Lake
from data.lake.session import lost_as_such
from data.lake.writing import to_write

COUNT = "select count(*) from ducklake_data_file where end_snapshot is null"
CALLS = (
    "call ducklake_flush_inlined_data('{alias}')",
    "call ducklake_merge_adjacent_files('{alias}')",
    "call ducklake_cleanup_old_files('{alias}', older_than => now() - interval 1 day)",
    "call ducklake_delete_orphaned_files('{alias}', older_than => now() - interval 1 day)",
)
"""Rows that lie in PostgreSQL become files, small files are merged, and what nobody reads is deleted a day on.

Snapshots are not expired: a replica that was away for long asks the oldest of them what came since.
"""


def maintain(lake: Lake) -> tuple[int, int]:
    """Merge the small files that each import leaves, and return the number of files before and after.

    Raises:
        LakeLost: it cannot be reached, or others save for too long.
    """
    with to_write(lake) as opened, lost_as_such():
        opened.cursor.rollback()
        before = int(opened.catalogue(COUNT)[0][0])
        for call in CALLS:
            opened.cursor.execute(call.format(alias=opened.alias))
        return before, int(opened.catalogue(COUNT)[0][0])
