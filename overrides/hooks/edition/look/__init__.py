"""What pages look like: style sheets, scripts, fonts, pictures."""
