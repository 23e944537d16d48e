CREATE TABLE `absence` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`from_day` text NOT NULL,
	`until_day` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `absence_person` ON `absence` (`person_id`);--> statement-breakpoint
CREATE TABLE `account` (
	`platform` text NOT NULL,
	`tenant` text NOT NULL,
	`account` text NOT NULL,
	`person_id` integer NOT NULL,
	`linked_at` integer NOT NULL,
	PRIMARY KEY(`platform`, `tenant`, `account`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `account_person` ON `account` (`person_id`,`platform`);--> statement-breakpoint
CREATE TABLE `action` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`school_id` integer NOT NULL,
	`number` integer NOT NULL,
	`what` text NOT NULL,
	`owner_id` integer NOT NULL,
	`due` text NOT NULL,
	`team_id` integer,
	`goal_id` integer,
	`state` text DEFAULT 'open' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`goal_id`) REFERENCES `goal`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `action_school_number` ON `action` (`school_id`,`number`);--> statement-breakpoint
CREATE INDEX `action_goal` ON `action` (`goal_id`);--> statement-breakpoint
CREATE INDEX `action_owner` ON `action` (`owner_id`);--> statement-breakpoint
CREATE TABLE `address` (
	`email` text PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`kind` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `address_person` ON `address` (`person_id`);--> statement-breakpoint
CREATE TABLE `agenda_point` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`school_id` integer NOT NULL,
	`team_id` integer,
	`kind` text NOT NULL,
	`goal_id` integer,
	`made_on` text NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`goal_id`) REFERENCES `goal`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_point_key_unique` ON `agenda_point` (`key`);--> statement-breakpoint
CREATE INDEX `agenda_point_school` ON `agenda_point` (`school_id`,`team_id`);--> statement-breakpoint
CREATE INDEX `agenda_point_goal` ON `agenda_point` (`goal_id`);--> statement-breakpoint
CREATE TABLE `audit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	`act` text NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE TABLE `check_in` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`goal_id` integer NOT NULL,
	`day` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	`status` text NOT NULL,
	`value` real,
	`sentence` text DEFAULT '' NOT NULL,
	`success` integer DEFAULT false NOT NULL,
	`replaces` integer,
	`original_id` integer,
	`withdrawn` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`goal_id`) REFERENCES `goal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaces`) REFERENCES `check_in`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `check_in_goal` ON `check_in` (`goal_id`,`day`);--> statement-breakpoint
CREATE UNIQUE INDEX `check_in_replaces` ON `check_in` (`replaces`);--> statement-breakpoint
CREATE TABLE `digest` (
	`receiver_id` integer NOT NULL,
	`day` text NOT NULL,
	`token` text NOT NULL,
	`lease_until` integer NOT NULL,
	`sent_at` integer,
	`reference` text,
	PRIMARY KEY(`receiver_id`, `day`),
	FOREIGN KEY (`receiver_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `employment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`school_id` integer,
	`roles` text NOT NULL,
	`working_days` text,
	`lead_id` integer,
	`pop` integer DEFAULT false NOT NULL,
	`from_day` text,
	`until_day` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `employment_person_school` ON `employment` (`person_id`,`school_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `employment_person_no_school` ON `employment` (`person_id`) WHERE school_id is null;--> statement-breakpoint
CREATE INDEX `employment_school` ON `employment` (`school_id`);--> statement-breakpoint
CREATE INDEX `employment_admin` ON `employment` (`school_id`) WHERE instr(roles, '"beheerder"') > 0;--> statement-breakpoint
CREATE TABLE `goal` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`school_id` integer NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`team_id` integer,
	`person_id` integer,
	`theme` text DEFAULT '' NOT NULL,
	`ambition` text DEFAULT '' NOT NULL,
	`criterion` text DEFAULT '' NOT NULL,
	`indicator` text DEFAULT '' NOT NULL,
	`unit` text DEFAULT '' NOT NULL,
	`baseline` real,
	`target` real,
	`instrument` text DEFAULT '' NOT NULL,
	`start_day` text,
	`end_day` text,
	`rhythm` text DEFAULT '4' NOT NULL,
	`phase` text DEFAULT 'aanloop' NOT NULL,
	`status` text DEFAULT 'nog geen meting' NOT NULL,
	`phase_sentences` text DEFAULT '{}' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `goal_school_number` ON `goal` (`school_id`,`number`);--> statement-breakpoint
CREATE INDEX `goal_school_status` ON `goal` (`school_id`,`status`);--> statement-breakpoint
CREATE INDEX `goal_team` ON `goal` (`team_id`);--> statement-breakpoint
CREATE INDEX `goal_person` ON `goal` (`person_id`);--> statement-breakpoint
CREATE TABLE `goal_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`goal_id` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	`what` text NOT NULL,
	`from_text` text DEFAULT '' NOT NULL,
	`to_text` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`goal_id`) REFERENCES `goal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `goal_event_goal` ON `goal_event` (`goal_id`);--> statement-breakpoint
CREATE TABLE `membership` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`team_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`from_day` text,
	`until_day` text,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `membership_team` ON `membership` (`team_id`);--> statement-breakpoint
CREATE INDEX `membership_person` ON `membership` (`person_id`);--> statement-breakpoint
CREATE TABLE `mute` (
	`person_id` integer NOT NULL,
	`subject` text NOT NULL,
	PRIMARY KEY(`person_id`, `subject`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `once` (
	`key` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`subject` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`receiver_id` integer NOT NULL,
	`school_id` integer NOT NULL,
	`subject` text NOT NULL,
	`step` integer NOT NULL,
	`from_day` text NOT NULL,
	`until_day` text NOT NULL,
	`answered_from` text NOT NULL,
	`next_day` text NOT NULL,
	`snoozed_to` text,
	`state` text DEFAULT 'planned' NOT NULL,
	`sent_day` text,
	`reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`receiver_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key_unique` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`next_day`,`receiver_id`) WHERE state = 'planned';--> statement-breakpoint
CREATE INDEX `outbox_receiver` ON `outbox` (`receiver_id`,`next_day`) WHERE state = 'planned';--> statement-breakpoint
CREATE INDEX `outbox_school` ON `outbox` (`school_id`,`from_day`) WHERE state = 'planned';--> statement-breakpoint
CREATE INDEX `outbox_sent` ON `outbox` (`receiver_id`,`sent_day`);--> statement-breakpoint
CREATE INDEX `outbox_state` ON `outbox` (`state`);--> statement-breakpoint
CREATE TABLE `own_days` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`school_id` integer NOT NULL,
	`from_day` text NOT NULL,
	`until_day` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `own_days_school` ON `own_days` (`school_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`language` text DEFAULT 'nl' NOT NULL,
	`digest_time` text DEFAULT '08:00' NOT NULL,
	`snoozed_until` text,
	`muted_kinds` text DEFAULT '[]' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `person_email_unique` ON `person` (`email`);--> statement-breakpoint
CREATE TABLE `school` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`region` text NOT NULL,
	`good_friday_free` integer,
	`liberation_day_free` integer,
	`blok_starts` text,
	`pop_consent` text,
	`next_goal_number` integer DEFAULT 1 NOT NULL,
	`next_action_number` integer DEFAULT 1 NOT NULL,
	`created_on` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`planned_day` text,
	`planned_version` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `school_name_unique` ON `school` (`name`);--> statement-breakpoint
CREATE TABLE `setting` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `team` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`school_id` integer NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`chair_id` integer NOT NULL,
	`deputy_id` integer,
	`day` text NOT NULL,
	`time` text NOT NULL,
	`duration` integer NOT NULL,
	`rhythm` text NOT NULL,
	`first_date` text,
	`method` text NOT NULL,
	`channel` text DEFAULT '' NOT NULL,
	`from_day` text,
	`until_day` text,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chair_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deputy_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `team_school_name` ON `team` (`school_id`,`name`);--> statement-breakpoint
CREATE INDEX `team_chair` ON `team` (`chair_id`);--> statement-breakpoint
CREATE INDEX `team_deputy` ON `team` (`deputy_id`);--> statement-breakpoint
CREATE TABLE `trial_message` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`at` integer NOT NULL,
	`author` text NOT NULL,
	`content` text NOT NULL,
	`nudge` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `trial_message_person` ON `trial_message` (`person_id`,`id`);