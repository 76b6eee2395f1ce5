"""Reports as plain content, independent of output. Pages and files render the same report."""
