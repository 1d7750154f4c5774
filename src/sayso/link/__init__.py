"""Records of many documents -> Link records: copies, identities, agreement, conflict."""
