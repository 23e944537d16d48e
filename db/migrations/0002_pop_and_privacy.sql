CREATE TABLE `backup` (
	`file` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `pop` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`school_id` integer NOT NULL,
	`year` text NOT NULL,
	`ready_on` text,
	`link` text DEFAULT '' NOT NULL,
	`counted` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `pop_person` ON `pop` (`person_id`,`school_id`,`year`);--> statement-breakpoint
CREATE INDEX `pop_school` ON `pop` (`school_id`,`year`);--> statement-breakpoint
CREATE TABLE `pop_talk` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`pop_id` integer NOT NULL,
	`talk` text NOT NULL,
	`planned_day` text,
	`planned_time` text,
	`planned_by_id` integer,
	`held_on` text,
	`held_by_id` integer,
	`version` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`pop_id`) REFERENCES `pop`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`planned_by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`held_by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `pop_talk_step` ON `pop_talk` (`pop_id`,`talk`);--> statement-breakpoint
CREATE INDEX `pop_talk_planned` ON `pop_talk` (`planned_by_id`);--> statement-breakpoint
CREATE TABLE `removal_request` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `removed_address` (
	`hash` text PRIMARY KEY NOT NULL,
	`removed_on` text NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `person` ADD `removed_on` text;--> statement-breakpoint
ALTER TABLE `school` ADD `pop_days` text;