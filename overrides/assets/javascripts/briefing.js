// The briefing.
