"""The only file input and output of the build: seeds and pages are read, pages are written, by one build at a time.

    with locked(Layout(seeds, docs)) as held:
        snapshot = read_snapshot(held.layout)
        ...
        applied = apply(Plan(changes), held)

A check reads without the lock: every file is replaced whole, so none is ever seen half written. So does an export,
which writes to a folder of its own.
"""

from briefings.store.cache import Cache
from briefings.store.layout import File, Layout, shown
from briefings.store.lock import Held, locked
from briefings.store.plan import Applied, Change, Plan, Write
from briefings.store.read import Snapshot, read_file, read_snapshot
from briefings.store.tree import Tree, read_tree, refuse_taken, write_tree
from briefings.store.write import apply

__all__ = [
    "Applied",
    "Cache",
    "Change",
    "File",
    "Held",
    "Layout",
    "Plan",
    "Snapshot",
    "Tree",
    "Write",
    "apply",
    "locked",
    "read_file",
    "read_snapshot",
    "read_tree",
    "refuse_taken",
    "shown",
    "write_tree",
]
