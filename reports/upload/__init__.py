"""Last opp: what was found in score sheets, what they change, and what has been imported of them.

It is told of files that lie in somebody's session, so no address gives it again.
"""
