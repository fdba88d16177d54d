CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`sealed` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`withdraw_locator` text NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contacts_id_length" CHECK(length("contacts"."id") BETWEEN 16 AND 64),
	CONSTRAINT "contacts_consultation_id_length" CHECK(length("contacts"."consultation_id") BETWEEN 1 AND 41),
	CONSTRAINT "contacts_sealed_length" CHECK(length("contacts"."sealed") BETWEEN 20 AND 8000),
	CONSTRAINT "contacts_withdraw_locator_length" CHECK(length("contacts"."withdraw_locator") BETWEEN 4 AND 64)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_withdrawLocator_unique` ON `contacts` (`withdraw_locator`);--> statement-breakpoint
CREATE INDEX `contacts_by_consultation` ON `contacts` (`consultation_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `picture_codes` (
	`version_id` integer NOT NULL,
	`response_seq` integer NOT NULL,
	`question` text NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`version_id`, `response_seq`, `question`, `code`),
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`response_seq`) REFERENCES `responses`(`seq`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "picture_codes_question_length" CHECK(length("picture_codes"."question") BETWEEN 1 AND 41),
	CONSTRAINT "picture_codes_code_length" CHECK(length("picture_codes"."code") BETWEEN 1 AND 40)
) STRICT;
--> statement-breakpoint
CREATE INDEX `picture_codes_by_response` ON `picture_codes` (`response_seq`);--> statement-breakpoint
CREATE TABLE `suggestions` (
	`response_id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`version_id` integer NOT NULL,
	`question` text NOT NULL,
	`created_at` integer NOT NULL,
	`state` text NOT NULL,
	`reply` text,
	`replied_at` integer,
	`replied_by` text,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "suggestions_response_id_length" CHECK(length("suggestions"."response_id") BETWEEN 36 AND 36),
	CONSTRAINT "suggestions_consultation_id_length" CHECK(length("suggestions"."consultation_id") BETWEEN 1 AND 41),
	CONSTRAINT "suggestions_question_length" CHECK(length("suggestions"."question") BETWEEN 1 AND 41),
	CONSTRAINT "suggestions_state_length" CHECK(length("suggestions"."state") BETWEEN 1 AND 20),
	CONSTRAINT "suggestions_reply_length" CHECK(length("suggestions"."reply") BETWEEN 1 AND 4000),
	CONSTRAINT "suggestions_replied_by_length" CHECK(length("suggestions"."replied_by") BETWEEN 1 AND 64)
) STRICT;
--> statement-breakpoint
CREATE INDEX `suggestions_by_consultation` ON `suggestions` (`consultation_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `assist_sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`label` text NOT NULL,
	`channel` text NOT NULL,
	`place` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assist_sessions_id_hash_length" CHECK(length("assist_sessions"."id_hash") BETWEEN 64 AND 64),
	CONSTRAINT "assist_sessions_consultation_id_length" CHECK(length("assist_sessions"."consultation_id") BETWEEN 1 AND 41),
	CONSTRAINT "assist_sessions_label_length" CHECK(length("assist_sessions"."label") BETWEEN 1 AND 80),
	CONSTRAINT "assist_sessions_channel_length" CHECK(length("assist_sessions"."channel") BETWEEN 1 AND 20),
	CONSTRAINT "assist_sessions_place_length" CHECK(length("assist_sessions"."place") BETWEEN 1 AND 80),
	CONSTRAINT "assist_sessions_created_by_length" CHECK(length("assist_sessions"."created_by") BETWEEN 1 AND 64)
) STRICT;
--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`consultation_id` text NOT NULL,
	`audience` text,
	`question` text,
	`locale` text,
	`response_id` text,
	`content_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`width` integer,
	`height` integer,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`decided_by` text,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "files_id_length" CHECK(length("files"."id") BETWEEN 16 AND 64),
	CONSTRAINT "files_purpose_length" CHECK(length("files"."purpose") BETWEEN 1 AND 20),
	CONSTRAINT "files_consultation_id_length" CHECK(length("files"."consultation_id") BETWEEN 1 AND 41),
	CONSTRAINT "files_audience_length" CHECK(length("files"."audience") BETWEEN 1 AND 20),
	CONSTRAINT "files_question_length" CHECK(length("files"."question") BETWEEN 1 AND 41),
	CONSTRAINT "files_locale_length" CHECK(length("files"."locale") BETWEEN 2 AND 35),
	CONSTRAINT "files_response_id_length" CHECK(length("files"."response_id") BETWEEN 36 AND 36),
	CONSTRAINT "files_content_type_length" CHECK(length("files"."content_type") BETWEEN 3 AND 60),
	CONSTRAINT "files_sha256_length" CHECK(length("files"."sha256") BETWEEN 64 AND 64),
	CONSTRAINT "files_state_length" CHECK(length("files"."state") BETWEEN 1 AND 20),
	CONSTRAINT "files_decided_by_length" CHECK(length("files"."decided_by") BETWEEN 1 AND 64)
) STRICT;
--> statement-breakpoint
CREATE INDEX `files_by_question` ON `files` (`consultation_id`,`audience`,`question`);--> statement-breakpoint
CREATE INDEX `files_by_response` ON `files` (`response_id`);--> statement-breakpoint
ALTER TABLE `consultations` ADD `correction_minutes` integer DEFAULT 1440 NOT NULL;--> statement-breakpoint
-- Added in place: making the table anew, as the generator would, copies every response for one empty column.
ALTER TABLE `responses` ADD `assistance` text CONSTRAINT "responses_assistance_length" CHECK(length("responses"."assistance") BETWEEN 2 AND 500);
