"""Writers of report contents as files."""
