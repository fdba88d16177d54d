CREATE TRIGGER `audit_entries_never_change` BEFORE UPDATE ON `audit_entries`
BEGIN
	SELECT RAISE(ABORT, 'audit entries are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_never_leave` BEFORE DELETE ON `audit_entries`
BEGIN
	SELECT RAISE(ABORT, 'audit entries are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `versions_never_change` BEFORE UPDATE ON `versions`
BEGIN
	SELECT RAISE(ABORT, 'a published version is frozen');
END;
--> statement-breakpoint
CREATE TRIGGER `versions_never_leave` BEFORE DELETE ON `versions`
BEGIN
	SELECT RAISE(ABORT, 'a published version is frozen');
END;
