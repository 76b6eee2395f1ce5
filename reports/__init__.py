"""What there is to say, without saying where: plain content, told by pages, files and programs alike."""
