CREATE TABLE `releases` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`note` text NOT NULL,
	`snapshot` text NOT NULL,
	`counted` text NOT NULL,
	`drafted_at` integer NOT NULL,
	`drafted_by` text NOT NULL,
	`published_at` integer,
	`published_by` text,
	`ended_at` integer,
	`ended_by` text,
	`ended_why` text,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "releases_id_length" CHECK(length("releases"."id") BETWEEN 36 AND 36),
	CONSTRAINT "releases_consultation_id_length" CHECK(length("releases"."consultation_id") BETWEEN 1 AND 41),
	CONSTRAINT "releases_state_length" CHECK(length("releases"."state") BETWEEN 1 AND 20),
	CONSTRAINT "releases_note_length" CHECK(length("releases"."note") BETWEEN 0 AND 2000),
	CONSTRAINT "releases_snapshot_length" CHECK(length("releases"."snapshot") BETWEEN 2 AND 4000000),
	CONSTRAINT "releases_counted_length" CHECK(length("releases"."counted") BETWEEN 2 AND 4000000),
	CONSTRAINT "releases_drafted_by_length" CHECK(length("releases"."drafted_by") BETWEEN 1 AND 64),
	CONSTRAINT "releases_published_by_length" CHECK(length("releases"."published_by") BETWEEN 1 AND 64),
	CONSTRAINT "releases_ended_by_length" CHECK(length("releases"."ended_by") BETWEEN 1 AND 64),
	CONSTRAINT "releases_ended_why_length" CHECK(length("releases"."ended_why") BETWEEN 1 AND 400)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `releases_by_number` ON `releases` (`consultation_id`,`number`);--> statement-breakpoint
CREATE INDEX `releases_by_state` ON `releases` (`consultation_id`,`state`);--> statement-breakpoint
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