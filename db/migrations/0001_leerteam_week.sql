CREATE TABLE `action_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`action_id` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	`what` text NOT NULL,
	`from_text` text DEFAULT '' NOT NULL,
	`to_text` text DEFAULT '' NOT NULL,
	`from_person_id` integer,
	`to_person_id` integer,
	`reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `action`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `action_event_action` ON `action_event` (`action_id`);--> statement-breakpoint
CREATE TABLE `advice` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`school_id` integer NOT NULL,
	`number` integer NOT NULL,
	`team_id` integer,
	`by_id` integer,
	`meeting_id` integer,
	`text` text NOT NULL,
	`reasons` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`sent_on` text,
	`answer` text DEFAULT '' NOT NULL,
	`answered_on` text,
	`answered_by_id` integer,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `advice_school_number` ON `advice` (`school_id`,`number`);--> statement-breakpoint
CREATE INDEX `advice_team` ON `advice` (`team_id`);--> statement-breakpoint
CREATE INDEX `advice_waiting` ON `advice` (`school_id`) WHERE state in ('ingediend', 'in behandeling');--> statement-breakpoint
CREATE TABLE `advice_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`advice_id` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	`what` text NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`advice_id`) REFERENCES `advice`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `advice_event_advice` ON `advice_event` (`advice_id`);--> statement-breakpoint
CREATE TABLE `agenda_item` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text,
	`school_id` integer NOT NULL,
	`team_id` integer,
	`kind` text NOT NULL,
	`cause` text,
	`text` text DEFAULT '' NOT NULL,
	`minutes` integer,
	`by_id` integer,
	`link` text DEFAULT '' NOT NULL,
	`goal_id` integer,
	`action_id` integer,
	`advice_id` integer,
	`made_on` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`closed_at` integer,
	`meeting_id` integer,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`goal_id`) REFERENCES `goal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `action`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`advice_id`) REFERENCES `advice`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_item_key_unique` ON `agenda_item` (`key`);--> statement-breakpoint
CREATE INDEX `agenda_item_school` ON `agenda_item` (`school_id`,`team_id`);--> statement-breakpoint
CREATE INDEX `agenda_item_goal` ON `agenda_item` (`goal_id`);--> statement-breakpoint
CREATE INDEX `agenda_item_action` ON `agenda_item` (`action_id`);--> statement-breakpoint
CREATE INDEX `agenda_item_advice` ON `agenda_item` (`advice_id`);--> statement-breakpoint
CREATE INDEX `agenda_item_meeting` ON `agenda_item` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `agenda_item_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`item_id` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	`what` text NOT NULL,
	`meeting_id` integer,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `agenda_item_event_item` ON `agenda_item_event` (`item_id`);--> statement-breakpoint
CREATE TABLE `agenda_line` (
	`meeting_id` integer NOT NULL,
	`line` text NOT NULL,
	`minutes` integer NOT NULL,
	PRIMARY KEY(`meeting_id`, `line`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `decision` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`team_id` integer NOT NULL,
	`meeting_id` integer,
	`day` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	`text` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `decision_team` ON `decision` (`team_id`,`day`);--> statement-breakpoint
CREATE INDEX `decision_meeting` ON `decision` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`team_id` integer NOT NULL,
	`day` text NOT NULL,
	`time` text NOT NULL,
	`duration` integer NOT NULL,
	`state` text DEFAULT 'gepland' NOT NULL,
	`moved_to` text,
	`moved_from` text,
	`reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_team_day` ON `meeting` (`team_id`,`day`);--> statement-breakpoint
CREATE TABLE `minutes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`meeting_id` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	`text` text DEFAULT '' NOT NULL,
	`shared` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `minutes_meeting` ON `minutes` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `post` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`school_id` integer NOT NULL,
	`person_id` integer,
	`channel` text,
	`subject` text NOT NULL,
	`due_at` integer NOT NULL,
	`until_at` integer NOT NULL,
	`state` text DEFAULT 'planned' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`told` integer DEFAULT false NOT NULL,
	`stale` integer DEFAULT false NOT NULL,
	`reference` text,
	`sent_at` integer,
	`token` text,
	`lease_until` integer,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `post_key_unique` ON `post` (`key`);--> statement-breakpoint
CREATE INDEX `post_due` ON `post` (`due_at`) WHERE state = 'planned' or stale;--> statement-breakpoint
CREATE INDEX `post_subject` ON `post` (`subject`);--> statement-breakpoint
CREATE INDEX `post_school` ON `post` (`school_id`,`due_at`) WHERE state = 'planned';--> statement-breakpoint
CREATE INDEX `post_state` ON `post` (`state`);--> statement-breakpoint
CREATE TABLE `team_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`team_id` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	`what` text NOT NULL,
	`from_text` text DEFAULT '' NOT NULL,
	`to_text` text DEFAULT '' NOT NULL,
	`from_person_id` integer,
	`to_person_id` integer,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `team_event_team` ON `team_event` (`team_id`);--> statement-breakpoint
CREATE TABLE `trial_channel_message` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`school_id` integer NOT NULL,
	`channel` text NOT NULL,
	`at` integer NOT NULL,
	`person_id` integer,
	`content` text NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `trial_channel_message_channel` ON `trial_channel_message` (`school_id`,`channel`,`id`);--> statement-breakpoint
INSERT INTO `agenda_item` (`id`, `key`, `school_id`, `team_id`, `kind`, `cause`, `goal_id`, `made_on`, `state`, `closed_at`)
SELECT `id`, `key`, `school_id`, `team_id`, 'doel', `kind`, `goal_id`, `made_on`, CASE WHEN `closed_at` IS NULL THEN 'open' ELSE 'vervallen' END, `closed_at` FROM `agenda_point`;--> statement-breakpoint
DROP TABLE `agenda_point`;--> statement-breakpoint
ALTER TABLE `action` ADD `giver_id` integer REFERENCES person(id);--> statement-breakpoint
ALTER TABLE `action` ADD `meeting_id` integer REFERENCES meeting(id);--> statement-breakpoint
ALTER TABLE `action` ADD `agreed` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `action` ADD `offered_to_id` integer REFERENCES person(id);--> statement-breakpoint
ALTER TABLE `action` ADD `offered_on` text;--> statement-breakpoint
ALTER TABLE `action` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `action_team` ON `action` (`team_id`);--> statement-breakpoint
CREATE INDEX `action_offered` ON `action` (`offered_to_id`);--> statement-breakpoint
CREATE INDEX `action_open` ON `action` (`school_id`) WHERE state = 'open';--> statement-breakpoint
ALTER TABLE `outbox` ADD `told` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `person` ADD `welcomed_on` text;--> statement-breakpoint
ALTER TABLE `school` ADD `next_advice_number` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `team` ADD `phase` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `team` ADD `rhythm_since` text;--> statement-breakpoint
ALTER TABLE `team` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `team_channel` ON `team` (`channel`) WHERE channel <> '';