"""Last opp: findings in score sheets, the changes they make, and past imports.

The sections depend on files in a session, so they have no address.
"""
