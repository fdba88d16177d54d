CREATE TABLE `mailbox_consultations` (
	`mailbox_number` integer PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	FOREIGN KEY (`mailbox_number`) REFERENCES `mailboxes`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mailbox_consultations_consultation_id_length" CHECK(length("mailbox_consultations"."consultation_id") BETWEEN 1 AND 41)
) STRICT;
