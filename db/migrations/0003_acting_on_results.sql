CREATE TABLE `report_edits` (
	`consultation_id` text NOT NULL,
	`paragraph` text NOT NULL,
	`written` text NOT NULL,
	`instead_of` text NOT NULL,
	`edited_at` integer NOT NULL,
	`edited_by` text NOT NULL,
	PRIMARY KEY(`consultation_id`, `paragraph`),
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "report_edits_paragraph_length" CHECK(length("report_edits"."paragraph") BETWEEN 1 AND 120),
	CONSTRAINT "report_edits_written_length" CHECK(length("report_edits"."written") BETWEEN 0 AND 4000),
	CONSTRAINT "report_edits_instead_of_length" CHECK(length("report_edits"."instead_of") BETWEEN 0 AND 8000),
	CONSTRAINT "report_edits_edited_by_length" CHECK(length("report_edits"."edited_by") BETWEEN 1 AND 64)
) STRICT;
--> statement-breakpoint
ALTER TABLE `sessions` ADD `confirmed_at` integer;