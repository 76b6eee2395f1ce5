"""What the server answers to programs and links: files, and later the figures themselves."""
