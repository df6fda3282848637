"""The two markers of pluggy by which hooks are declared and implemented."""

import pluggy

__all__ = ["hookimpl", "hookspec"]

hookspec = pluggy.HookspecMarker("newsfacts")
hookimpl = pluggy.HookimplMarker("newsfacts")
