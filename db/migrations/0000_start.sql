CREATE TABLE `audit_entries` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`object` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	CONSTRAINT "audit_entries_actor_length" CHECK(length("audit_entries"."actor") BETWEEN 1 AND 64),
	CONSTRAINT "audit_entries_action_length" CHECK(length("audit_entries"."action") BETWEEN 1 AND 64),
	CONSTRAINT "audit_entries_object_length" CHECK(length("audit_entries"."object") BETWEEN 1 AND 200),
	CONSTRAINT "audit_entries_previous_hash_length" CHECK(length("audit_entries"."previous_hash") BETWEEN 64 AND 64),
	CONSTRAINT "audit_entries_hash_length" CHECK(length("audit_entries"."hash") BETWEEN 64 AND 64)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_by_previous_hash` ON `audit_entries` (`previous_hash`);--> statement-breakpoint
CREATE TABLE `heartbeat` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `consultations` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`background` text NOT NULL,
	`topics` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`particulars` text NOT NULL,
	CONSTRAINT "consultations_id_length" CHECK(length("consultations"."id") BETWEEN 1 AND 41),
	CONSTRAINT "consultations_title_length" CHECK(length("consultations"."title") BETWEEN 2 AND 20000),
	CONSTRAINT "consultations_background_length" CHECK(length("consultations"."background") BETWEEN 2 AND 20000),
	CONSTRAINT "consultations_topics_length" CHECK(length("consultations"."topics") BETWEEN 2 AND 524288),
	CONSTRAINT "consultations_particulars_length" CHECK(length("consultations"."particulars") BETWEEN 2 AND 20000)
) STRICT;
--> statement-breakpoint
CREATE TABLE `editions` (
	`consultation_id` text NOT NULL,
	`audience` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`consultation_id`, `audience`),
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "editions_consultation_id_length" CHECK(length("editions"."consultation_id") BETWEEN 1 AND 41),
	CONSTRAINT "editions_audience_length" CHECK(length("editions"."audience") BETWEEN 1 AND 20)
) STRICT;
--> statement-breakpoint
CREATE TABLE `versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`consultation_id` text NOT NULL,
	`audience` text NOT NULL,
	`number` integer NOT NULL,
	`definition` text NOT NULL,
	`sha256` text NOT NULL,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`consultation_id`,`audience`) REFERENCES `editions`(`consultation_id`,`audience`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "versions_consultation_id_length" CHECK(length("versions"."consultation_id") BETWEEN 1 AND 41),
	CONSTRAINT "versions_audience_length" CHECK(length("versions"."audience") BETWEEN 1 AND 20),
	CONSTRAINT "versions_definition_length" CHECK(length("versions"."definition") BETWEEN 2 AND 524288),
	CONSTRAINT "versions_sha256_length" CHECK(length("versions"."sha256") BETWEEN 64 AND 64)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `versions_by_number` ON `versions` (`consultation_id`,`audience`,`number`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	CONSTRAINT "invitations_token_hash_length" CHECK(length("invitations"."token_hash") BETWEEN 64 AND 64),
	CONSTRAINT "invitations_role_length" CHECK(length("invitations"."role") BETWEEN 1 AND 20)
) STRICT;
--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer,
	`failed_count` integer DEFAULT 0 NOT NULL,
	`blocked_until` integer,
	CONSTRAINT "members_id_length" CHECK(length("members"."id") BETWEEN 1 AND 64),
	CONSTRAINT "members_name_length" CHECK(length("members"."name") BETWEEN 1 AND 64),
	CONSTRAINT "members_password_hash_length" CHECK(length("members"."password_hash") BETWEEN 20 AND 256),
	CONSTRAINT "members_role_length" CHECK(length("members"."role") BETWEEN 1 AND 20)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `members_name_unique` ON `members` (`name`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sessions_id_hash_length" CHECK(length("sessions"."id_hash") BETWEEN 64 AND 64),
	CONSTRAINT "sessions_member_id_length" CHECK(length("sessions"."member_id") BETWEEN 1 AND 64)
) STRICT;
--> statement-breakpoint
CREATE INDEX `sessions_by_member` ON `sessions` (`member_id`);--> statement-breakpoint
CREATE TABLE `mailboxes` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`neighbourhood_id` text NOT NULL,
	`name` text NOT NULL,
	`place` text NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mailboxes_code_length" CHECK(length("mailboxes"."code") BETWEEN 3 AND 12),
	CONSTRAINT "mailboxes_neighbourhood_id_length" CHECK(length("mailboxes"."neighbourhood_id") BETWEEN 1 AND 41),
	CONSTRAINT "mailboxes_name_length" CHECK(length("mailboxes"."name") BETWEEN 2 AND 20000),
	CONSTRAINT "mailboxes_place_length" CHECK(length("mailboxes"."place") BETWEEN 2 AND 20000)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `mailboxes_code_unique` ON `mailboxes` (`code`);--> statement-breakpoint
CREATE TABLE `neighbourhoods` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`households` integer,
	`position` integer NOT NULL,
	CONSTRAINT "neighbourhoods_id_length" CHECK(length("neighbourhoods"."id") BETWEEN 1 AND 41),
	CONSTRAINT "neighbourhoods_name_length" CHECK(length("neighbourhoods"."name") BETWEEN 2 AND 20000)
) STRICT;
--> statement-breakpoint
CREATE TABLE `chunks` (
	`version_id` integer NOT NULL,
	`first_seq` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`count` integer NOT NULL,
	`revisions` integer NOT NULL,
	`token` text NOT NULL,
	`data` blob NOT NULL,
	PRIMARY KEY(`version_id`, `first_seq`),
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "chunks_token_length" CHECK(length("chunks"."token") BETWEEN 36 AND 36)
) STRICT;
--> statement-breakpoint
CREATE TABLE `conflicts` (
	`id` text NOT NULL,
	`sha256` text NOT NULL,
	`received_at` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`id`, `sha256`),
	FOREIGN KEY (`id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "conflicts_id_length" CHECK(length("conflicts"."id") BETWEEN 36 AND 36),
	CONSTRAINT "conflicts_sha256_length" CHECK(length("conflicts"."sha256") BETWEEN 64 AND 64),
	CONSTRAINT "conflicts_body_length" CHECK(length("conflicts"."body") BETWEEN 0 AND 524288)
) STRICT;
--> statement-breakpoint
CREATE TABLE `responses` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`version_id` integer NOT NULL,
	`mailbox_number` integer,
	`channel` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`day` integer NOT NULL,
	`late` integer NOT NULL,
	`answers` text NOT NULL,
	`others` text NOT NULL,
	`sha256` text NOT NULL,
	`locator` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mailbox_number`) REFERENCES `mailboxes`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "responses_id_length" CHECK(length("responses"."id") BETWEEN 36 AND 36),
	CONSTRAINT "responses_channel_length" CHECK(length("responses"."channel") BETWEEN 1 AND 20),
	CONSTRAINT "responses_answers_length" CHECK(length("responses"."answers") BETWEEN 2 AND 262144),
	CONSTRAINT "responses_others_length" CHECK(length("responses"."others") BETWEEN 2 AND 262144),
	CONSTRAINT "responses_sha256_length" CHECK(length("responses"."sha256") BETWEEN 64 AND 64),
	CONSTRAINT "responses_locator_length" CHECK(length("responses"."locator") BETWEEN 4 AND 40)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `responses_id_unique` ON `responses` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `responses_locator_unique` ON `responses` (`locator`);--> statement-breakpoint
CREATE INDEX `responses_by_version` ON `responses` (`version_id`,`seq`);--> statement-breakpoint
CREATE TABLE `tombstones` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`locator` text NOT NULL,
	`deleted_at` integer NOT NULL,
	CONSTRAINT "tombstones_id_length" CHECK(length("tombstones"."id") BETWEEN 36 AND 36),
	CONSTRAINT "tombstones_sha256_length" CHECK(length("tombstones"."sha256") BETWEEN 64 AND 64),
	CONSTRAINT "tombstones_locator_length" CHECK(length("tombstones"."locator") BETWEEN 4 AND 40)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `tombstones_locator_unique` ON `tombstones` (`locator`);