-- The suggestions take over what residents said to replies, so they come before the cards.
CREATE TABLE `__new_suggestions` (
	`response_id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`version_id` integer NOT NULL,
	`question` text NOT NULL,
	`created_at` integer NOT NULL,
	`state` text NOT NULL,
	`reply` text,
	`replied_at` integer,
	`replied_by` text,
	`same_key` text NOT NULL,
	`rating` text,
	`rated_at` integer,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "suggestions_same_key_length" CHECK(length("__new_suggestions"."same_key") BETWEEN 0 AND 32),
	CONSTRAINT "suggestions_rating_length" CHECK(length("__new_suggestions"."rating") BETWEEN 1 AND 10),
	CONSTRAINT "suggestions_response_id_length" CHECK(length("__new_suggestions"."response_id") BETWEEN 36 AND 36),
	CONSTRAINT "suggestions_consultation_id_length" CHECK(length("__new_suggestions"."consultation_id") BETWEEN 1 AND 41),
	CONSTRAINT "suggestions_question_length" CHECK(length("__new_suggestions"."question") BETWEEN 1 AND 41),
	CONSTRAINT "suggestions_state_length" CHECK(length("__new_suggestions"."state") BETWEEN 1 AND 20),
	CONSTRAINT "suggestions_reply_length" CHECK(length("__new_suggestions"."reply") BETWEEN 1 AND 4000),
	CONSTRAINT "suggestions_replied_by_length" CHECK(length("__new_suggestions"."replied_by") BETWEEN 1 AND 64)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_suggestions`("response_id", "consultation_id", "version_id", "question", "created_at", "state", "reply", "replied_at", "replied_by", "same_key", "rating", "rated_at") SELECT s."response_id", s."consultation_id", s."version_id", s."question", s."created_at", s."state", s."reply", s."replied_at", s."replied_by", '', k."rating", k."rated_at" FROM `suggestions` s LEFT JOIN `suggestion_cards` k ON k."response_id" = s."response_id";--> statement-breakpoint
DROP TABLE `suggestions`;--> statement-breakpoint
ALTER TABLE `__new_suggestions` RENAME TO `suggestions`;--> statement-breakpoint
CREATE INDEX `suggestions_by_consultation` ON `suggestions` (`consultation_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `suggestions_by_state` ON `suggestions` (`consultation_id`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `suggestions_by_same_key` ON `suggestions` (`consultation_id`,`same_key`);--> statement-breakpoint
-- Every suggestion is registered once more, which gives it its key; nothing else of it changes.
DELETE FROM `suggestion_marks`;--> statement-breakpoint
CREATE TABLE `__new_suggestion_cards` (
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
	`note` text NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "suggestion_cards_response_id_length" CHECK(length("__new_suggestion_cards"."response_id") BETWEEN 36 AND 36),
	CONSTRAINT "suggestion_cards_consultation_id_length" CHECK(length("__new_suggestion_cards"."consultation_id") BETWEEN 1 AND 41),
	CONSTRAINT "suggestion_cards_subject_length" CHECK(length("__new_suggestion_cards"."subject") BETWEEN 1 AND 200),
	CONSTRAINT "suggestion_cards_matter_length" CHECK(length("__new_suggestion_cards"."matter") BETWEEN 0 AND 4000),
	CONSTRAINT "suggestion_cards_proposal_length" CHECK(length("__new_suggestion_cards"."proposal") BETWEEN 0 AND 4000),
	CONSTRAINT "suggestion_cards_place_length" CHECK(length("__new_suggestion_cards"."place") BETWEEN 0 AND 400),
	CONSTRAINT "suggestion_cards_category_length" CHECK(length("__new_suggestion_cards"."category") BETWEEN 0 AND 100),
	CONSTRAINT "suggestion_cards_registered_by_length" CHECK(length("__new_suggestion_cards"."registered_by") BETWEEN 1 AND 64),
	CONSTRAINT "suggestion_cards_unit_length" CHECK(length("__new_suggestion_cards"."unit") BETWEEN 1 AND 200),
	CONSTRAINT "suggestion_cards_due_on_length" CHECK(length("__new_suggestion_cards"."due_on") BETWEEN 10 AND 10),
	CONSTRAINT "suggestion_cards_handling_length" CHECK(length("__new_suggestion_cards"."handling") BETWEEN 0 AND 4000),
	CONSTRAINT "suggestion_cards_outcome_length" CHECK(length("__new_suggestion_cards"."outcome") BETWEEN 1 AND 20),
	CONSTRAINT "suggestion_cards_adopted_as_length" CHECK(length("__new_suggestion_cards"."adopted_as") BETWEEN 1 AND 40),
	CONSTRAINT "suggestion_cards_note_length" CHECK(length("__new_suggestion_cards"."note") BETWEEN 0 AND 4000)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_suggestion_cards`("response_id", "consultation_id", "number", "subject", "matter", "proposal", "place", "category", "registered_at", "registered_by", "unit", "assigned_at", "due_on", "handling", "outcome", "adopted_as", "note", "archived_at") SELECT "response_id", "consultation_id", "number", "subject", "matter", "proposal", "place", "category", "registered_at", "registered_by", "unit", "assigned_at", "due_on", "handling", "outcome", "adopted_as", '', "archived_at" FROM `suggestion_cards`;--> statement-breakpoint
DROP TABLE `suggestion_cards`;--> statement-breakpoint
ALTER TABLE `__new_suggestion_cards` RENAME TO `suggestion_cards`;--> statement-breakpoint
CREATE UNIQUE INDEX `suggestion_cards_by_number` ON `suggestion_cards` (`consultation_id`,`number`);--> statement-breakpoint
CREATE INDEX `suggestion_cards_by_due` ON `suggestion_cards` (`consultation_id`,`due_on`);--> statement-breakpoint
CREATE TABLE `__new_decisions` (
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
	`published` text,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`photo_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decisions_id_length" CHECK(length("__new_decisions"."id") BETWEEN 36 AND 36),
	CONSTRAINT "decisions_consultation_id_length" CHECK(length("__new_decisions"."consultation_id") BETWEEN 1 AND 41),
	CONSTRAINT "decisions_title_length" CHECK(length("__new_decisions"."title") BETWEEN 1 AND 200),
	CONSTRAINT "decisions_findings_length" CHECK(length("__new_decisions"."findings") BETWEEN 2 AND 400000),
	CONSTRAINT "decisions_options_length" CHECK(length("__new_decisions"."options") BETWEEN 0 AND 4000),
	CONSTRAINT "decisions_verdict_length" CHECK(length("__new_decisions"."verdict") BETWEEN 1 AND 20),
	CONSTRAINT "decisions_decision_length" CHECK(length("__new_decisions"."decision") BETWEEN 1 AND 4000),
	CONSTRAINT "decisions_reason_length" CHECK(length("__new_decisions"."reason") BETWEEN 0 AND 4000),
	CONSTRAINT "decisions_decided_by_length" CHECK(length("__new_decisions"."decided_by") BETWEEN 0 AND 200),
	CONSTRAINT "decisions_decided_on_length" CHECK(length("__new_decisions"."decided_on") BETWEEN 0 AND 10),
	CONSTRAINT "decisions_action_length" CHECK(length("__new_decisions"."action") BETWEEN 0 AND 4000),
	CONSTRAINT "decisions_unit_length" CHECK(length("__new_decisions"."unit") BETWEEN 0 AND 200),
	CONSTRAINT "decisions_due_on_length" CHECK(length("__new_decisions"."due_on") BETWEEN 0 AND 10),
	CONSTRAINT "decisions_progress_length" CHECK(length("__new_decisions"."progress") BETWEEN 1 AND 20),
	CONSTRAINT "decisions_progress_note_length" CHECK(length("__new_decisions"."progress_note") BETWEEN 0 AND 4000),
	CONSTRAINT "decisions_photo_id_length" CHECK(length("__new_decisions"."photo_id") BETWEEN 16 AND 64),
	CONSTRAINT "decisions_written_by_length" CHECK(length("__new_decisions"."written_by") BETWEEN 1 AND 64),
	CONSTRAINT "decisions_published_by_length" CHECK(length("__new_decisions"."published_by") BETWEEN 1 AND 64),
	CONSTRAINT "decisions_published_length" CHECK(length("__new_decisions"."published") BETWEEN 2 AND 440000)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_decisions`("id", "consultation_id", "number", "title", "findings", "options", "verdict", "decision", "reason", "decided_by", "decided_on", "action", "unit", "due_on", "progress", "progress_note", "progress_at", "photo_id", "written_at", "written_by", "published_at", "published_by", "published") SELECT "id", "consultation_id", "number", "title", "findings", "options", "verdict", "decision", "reason", "decided_by", "decided_on", "action", "unit", "due_on", "progress", "progress_note", "progress_at", "photo_id", "written_at", "written_by", "published_at", "published_by", CASE WHEN "published_at" IS NOT NULL THEN json_object('title', "title", 'findings', json("findings"), 'options', "options", 'verdict', "verdict", 'decision', "decision", 'reason', "reason", 'decidedBy', "decided_by", 'decidedOn', "decided_on", 'action', "action", 'unit', "unit", 'dueOn', "due_on", 'progress', "progress", 'progressNote', "progress_note", 'progressAt', "progress_at", 'photoId', "photo_id") END FROM `decisions`;--> statement-breakpoint
DROP TABLE `decisions`;--> statement-breakpoint
ALTER TABLE `__new_decisions` RENAME TO `decisions`;--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_by_number` ON `decisions` (`consultation_id`,`number`);--> statement-breakpoint
CREATE INDEX `decisions_by_publication` ON `decisions` (`consultation_id`,`published_at`);