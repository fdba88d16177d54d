CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`findings` text NOT NULL,
	`options` text NOT NULL,
	`verdict` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_on` text NOT NULL,
	`action` text NOT NULL,
	`unit` text NOT NULL,
	`due_on` text NOT NULL,
	`progress` text NOT NULL,
	`progress_note` text NOT NULL,
	`progress_at` integer,
	`photo_id` text,
	`written_at` integer NOT NULL,
	`written_by` text NOT NULL,
	`published_at` integer,
	`published_by` text,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`photo_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decisions_id_length" CHECK(length("decisions"."id") BETWEEN 36 AND 36),
	CONSTRAINT "decisions_consultation_id_length" CHECK(length("decisions"."consultation_id") BETWEEN 1 AND 41),
	CONSTRAINT "decisions_title_length" CHECK(length("decisions"."title") BETWEEN 1 AND 200),
	CONSTRAINT "decisions_findings_length" CHECK(length("decisions"."findings") BETWEEN 2 AND 400000),
	CONSTRAINT "decisions_options_length" CHECK(length("decisions"."options") BETWEEN 0 AND 4000),
	CONSTRAINT "decisions_verdict_length" CHECK(length("decisions"."verdict") BETWEEN 1 AND 20),
	CONSTRAINT "decisions_decision_length" CHECK(length("decisions"."decision") BETWEEN 1 AND 4000),
	CONSTRAINT "decisions_reason_length" CHECK(length("decisions"."reason") BETWEEN 0 AND 4000),
	CONSTRAINT "decisions_decided_by_length" CHECK(length("decisions"."decided_by") BETWEEN 0 AND 200),
	CONSTRAINT "decisions_decided_on_length" CHECK(length("decisions"."decided_on") BETWEEN 0 AND 10),
	CONSTRAINT "decisions_action_length" CHECK(length("decisions"."action") BETWEEN 0 AND 4000),
	CONSTRAINT "decisions_unit_length" CHECK(length("decisions"."unit") BETWEEN 0 AND 200),
	CONSTRAINT "decisions_due_on_length" CHECK(length("decisions"."due_on") BETWEEN 0 AND 10),
	CONSTRAINT "decisions_progress_length" CHECK(length("decisions"."progress") BETWEEN 1 AND 20),
	CONSTRAINT "decisions_progress_note_length" CHECK(length("decisions"."progress_note") BETWEEN 0 AND 4000),
	CONSTRAINT "decisions_photo_id_length" CHECK(length("decisions"."photo_id") BETWEEN 16 AND 64),
	CONSTRAINT "decisions_written_by_length" CHECK(length("decisions"."written_by") BETWEEN 1 AND 64),
	CONSTRAINT "decisions_published_by_length" CHECK(length("decisions"."published_by") BETWEEN 1 AND 64)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_by_number` ON `decisions` (`consultation_id`,`number`);--> statement-breakpoint
CREATE INDEX `decisions_by_publication` ON `decisions` (`consultation_id`,`published_at`);--> statement-breakpoint
CREATE TABLE `derived_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`audience` text NOT NULL,
	`question` text NOT NULL,
	`name` text NOT NULL,
	`groups` text NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "derived_groups_id_length" CHECK(length("derived_groups"."id") BETWEEN 8 AND 36),
	CONSTRAINT "derived_groups_consultation_id_length" CHECK(length("derived_groups"."consultation_id") BETWEEN 1 AND 41),
	CONSTRAINT "derived_groups_audience_length" CHECK(length("derived_groups"."audience") BETWEEN 1 AND 20),
	CONSTRAINT "derived_groups_question_length" CHECK(length("derived_groups"."question") BETWEEN 1 AND 41),
	CONSTRAINT "derived_groups_name_length" CHECK(length("derived_groups"."name") BETWEEN 1 AND 200),
	CONSTRAINT "derived_groups_groups_length" CHECK(length("derived_groups"."groups") BETWEEN 2 AND 20000)
) STRICT;
--> statement-breakpoint
CREATE INDEX `derived_groups_by_consultation` ON `derived_groups` (`consultation_id`,`audience`);--> statement-breakpoint
CREATE TABLE `exclusions` (
	`response_seq` integer PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`proposed_by` text NOT NULL,
	`state` text NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	FOREIGN KEY (`response_seq`) REFERENCES `responses`(`seq`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "exclusions_reason_length" CHECK(length("exclusions"."reason") BETWEEN 1 AND 400),
	CONSTRAINT "exclusions_proposed_by_length" CHECK(length("exclusions"."proposed_by") BETWEEN 1 AND 64),
	CONSTRAINT "exclusions_state_length" CHECK(length("exclusions"."state") BETWEEN 1 AND 20),
	CONSTRAINT "exclusions_decided_by_length" CHECK(length("exclusions"."decided_by") BETWEEN 1 AND 64)
) STRICT;
--> statement-breakpoint
CREATE TABLE `codes` (
	`consultation_id` text NOT NULL,
	`audience` text NOT NULL,
	`question` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`rules` text NOT NULL,
	`removed_at` integer,
	PRIMARY KEY(`consultation_id`, `audience`, `question`, `id`),
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "codes_consultation_id_length" CHECK(length("codes"."consultation_id") BETWEEN 1 AND 41),
	CONSTRAINT "codes_audience_length" CHECK(length("codes"."audience") BETWEEN 1 AND 20),
	CONSTRAINT "codes_question_length" CHECK(length("codes"."question") BETWEEN 1 AND 41),
	CONSTRAINT "codes_id_length" CHECK(length("codes"."id") BETWEEN 2 AND 8),
	CONSTRAINT "codes_name_length" CHECK(length("codes"."name") BETWEEN 1 AND 40),
	CONSTRAINT "codes_description_length" CHECK(length("codes"."description") BETWEEN 0 AND 400),
	CONSTRAINT "codes_rules_length" CHECK(length("codes"."rules") BETWEEN 0 AND 2000)
) STRICT;
--> statement-breakpoint
CREATE TABLE `codings` (
	`response_seq` integer NOT NULL,
	`question` text NOT NULL,
	`round` integer NOT NULL,
	`codes` text NOT NULL,
	`coded_at` integer NOT NULL,
	`coded_by` text NOT NULL,
	PRIMARY KEY(`response_seq`, `question`, `round`),
	FOREIGN KEY (`response_seq`) REFERENCES `responses`(`seq`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "codings_question_length" CHECK(length("codings"."question") BETWEEN 1 AND 41),
	CONSTRAINT "codings_codes_length" CHECK(length("codings"."codes") BETWEEN 2 AND 400),
	CONSTRAINT "codings_coded_by_length" CHECK(length("codings"."coded_by") BETWEEN 1 AND 64)
) STRICT;
--> statement-breakpoint
CREATE TABLE `lexicon_changes` (
	`list` text NOT NULL,
	`word` text NOT NULL,
	`present` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	PRIMARY KEY(`list`, `word`),
	CONSTRAINT "lexicon_changes_list_length" CHECK(length("lexicon_changes"."list") BETWEEN 1 AND 10),
	CONSTRAINT "lexicon_changes_word_length" CHECK(length("lexicon_changes"."word") BETWEEN 1 AND 20),
	CONSTRAINT "lexicon_changes_changed_by_length" CHECK(length("lexicon_changes"."changed_by") BETWEEN 1 AND 64)
) STRICT;
--> statement-breakpoint
CREATE TABLE `released_texts` (
	`response_seq` integer NOT NULL,
	`question` text NOT NULL,
	`consultation_id` text NOT NULL,
	`text` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`proposed_by` text NOT NULL,
	`released_at` integer,
	`released_by` text,
	PRIMARY KEY(`response_seq`, `question`),
	FOREIGN KEY (`response_seq`) REFERENCES `responses`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "released_texts_question_length" CHECK(length("released_texts"."question") BETWEEN 1 AND 41),
	CONSTRAINT "released_texts_consultation_id_length" CHECK(length("released_texts"."consultation_id") BETWEEN 1 AND 41),
	CONSTRAINT "released_texts_text_length" CHECK(length("released_texts"."text") BETWEEN 1 AND 4000),
	CONSTRAINT "released_texts_proposed_by_length" CHECK(length("released_texts"."proposed_by") BETWEEN 1 AND 64),
	CONSTRAINT "released_texts_released_by_length" CHECK(length("released_texts"."released_by") BETWEEN 1 AND 64)
) STRICT;
--> statement-breakpoint
CREATE INDEX `released_texts_by_consultation` ON `released_texts` (`consultation_id`,`question`,`response_seq`);--> statement-breakpoint
CREATE TABLE `text_links` (
	`question` text NOT NULL,
	`response_seq` integer NOT NULL,
	`other_seq` integer NOT NULL,
	`same` integer NOT NULL,
	`linked_at` integer NOT NULL,
	`linked_by` text NOT NULL,
	PRIMARY KEY(`question`, `response_seq`, `other_seq`),
	FOREIGN KEY (`response_seq`) REFERENCES `responses`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_seq`) REFERENCES `responses`(`seq`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "text_links_question_length" CHECK(length("text_links"."question") BETWEEN 1 AND 41),
	CONSTRAINT "text_links_linked_by_length" CHECK(length("text_links"."linked_by") BETWEEN 1 AND 64)
) STRICT;
--> statement-breakpoint
CREATE INDEX `text_links_by_other` ON `text_links` (`other_seq`);--> statement-breakpoint
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
	CONSTRAINT "report_edits_consultation_id_length" CHECK(length("report_edits"."consultation_id") BETWEEN 1 AND 41),
	CONSTRAINT "report_edits_paragraph_length" CHECK(length("report_edits"."paragraph") BETWEEN 1 AND 120),
	CONSTRAINT "report_edits_written_length" CHECK(length("report_edits"."written") BETWEEN 0 AND 4000),
	CONSTRAINT "report_edits_instead_of_length" CHECK(length("report_edits"."instead_of") BETWEEN 0 AND 8000),
	CONSTRAINT "report_edits_edited_by_length" CHECK(length("report_edits"."edited_by") BETWEEN 1 AND 64)
) STRICT;
--> statement-breakpoint
CREATE TABLE `holidays` (
	`day` text PRIMARY KEY NOT NULL,
	`is_workday` integer NOT NULL,
	CONSTRAINT "holidays_day_length" CHECK(length("holidays"."day") BETWEEN 10 AND 10)
) STRICT;
--> statement-breakpoint
CREATE TABLE `suggestion_cards` (
	`response_id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`number` integer NOT NULL,
	`subject` text NOT NULL,
	`matter` text NOT NULL,
	`proposal` text NOT NULL,
	`place` text NOT NULL,
	`category` text NOT NULL,
	`registered_at` integer NOT NULL,
	`registered_by` text NOT NULL,
	`unit` text,
	`assigned_at` integer,
	`due_on` text,
	`handling` text,
	`outcome` text,
	`adopted_as` text,
	`rating` text,
	`rated_at` integer,
	`archived_at` integer,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "suggestion_cards_response_id_length" CHECK(length("suggestion_cards"."response_id") BETWEEN 36 AND 36),
	CONSTRAINT "suggestion_cards_consultation_id_length" CHECK(length("suggestion_cards"."consultation_id") BETWEEN 1 AND 41),
	CONSTRAINT "suggestion_cards_subject_length" CHECK(length("suggestion_cards"."subject") BETWEEN 1 AND 200),
	CONSTRAINT "suggestion_cards_matter_length" CHECK(length("suggestion_cards"."matter") BETWEEN 0 AND 4000),
	CONSTRAINT "suggestion_cards_proposal_length" CHECK(length("suggestion_cards"."proposal") BETWEEN 0 AND 4000),
	CONSTRAINT "suggestion_cards_place_length" CHECK(length("suggestion_cards"."place") BETWEEN 0 AND 400),
	CONSTRAINT "suggestion_cards_category_length" CHECK(length("suggestion_cards"."category") BETWEEN 0 AND 100),
	CONSTRAINT "suggestion_cards_registered_by_length" CHECK(length("suggestion_cards"."registered_by") BETWEEN 1 AND 64),
	CONSTRAINT "suggestion_cards_unit_length" CHECK(length("suggestion_cards"."unit") BETWEEN 1 AND 200),
	CONSTRAINT "suggestion_cards_due_on_length" CHECK(length("suggestion_cards"."due_on") BETWEEN 10 AND 10),
	CONSTRAINT "suggestion_cards_handling_length" CHECK(length("suggestion_cards"."handling") BETWEEN 0 AND 4000),
	CONSTRAINT "suggestion_cards_outcome_length" CHECK(length("suggestion_cards"."outcome") BETWEEN 1 AND 20),
	CONSTRAINT "suggestion_cards_adopted_as_length" CHECK(length("suggestion_cards"."adopted_as") BETWEEN 1 AND 40),
	CONSTRAINT "suggestion_cards_rating_length" CHECK(length("suggestion_cards"."rating") BETWEEN 1 AND 10)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `suggestion_cards_by_number` ON `suggestion_cards` (`consultation_id`,`number`);--> statement-breakpoint
CREATE INDEX `suggestion_cards_by_due` ON `suggestion_cards` (`consultation_id`,`due_on`);--> statement-breakpoint
CREATE TABLE `suggestion_marks` (
	`version_id` integer PRIMARY KEY NOT NULL,
	`last_seq` integer NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `targets` (
	`consultation_id` text NOT NULL,
	`audience` text NOT NULL,
	`margin` text NOT NULL,
	`category` text NOT NULL,
	`percent` real NOT NULL,
	PRIMARY KEY(`consultation_id`, `audience`, `margin`, `category`),
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "targets_consultation_id_length" CHECK(length("targets"."consultation_id") BETWEEN 1 AND 41),
	CONSTRAINT "targets_audience_length" CHECK(length("targets"."audience") BETWEEN 1 AND 20),
	CONSTRAINT "targets_margin_length" CHECK(length("targets"."margin") BETWEEN 1 AND 41),
	CONSTRAINT "targets_category_length" CHECK(length("targets"."category") BETWEEN 1 AND 41)
) STRICT;
--> statement-breakpoint
ALTER TABLE `sessions` ADD `confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `responses` ADD `seconds` integer;--> statement-breakpoint
ALTER TABLE `responses` ADD `excluded` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `suggestions_by_state` ON `suggestions` (`consultation_id`,`state`);