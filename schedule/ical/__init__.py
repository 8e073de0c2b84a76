"""Sittings as iCalendar (RFC 5545): feeds, invitations, and files that come in."""
