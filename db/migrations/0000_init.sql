CREATE TABLE `absences` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person` text NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	`matter` text,
	`designee` text,
	`returnedAt` integer
);
--> statement-breakpoint
CREATE INDEX `absences_open` ON `absences` (`person`,`first_day`) WHERE "absences"."returnedAt" is null;--> statement-breakpoint
CREATE INDEX `absences_matter` ON `absences` (`matter`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`channel` text NOT NULL,
	`id` text NOT NULL,
	`person` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`channel`, `id`)
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text,
	`detail` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `codes` (
	`purpose` text NOT NULL,
	`person` text NOT NULL,
	`hash` text NOT NULL,
	`by` text NOT NULL,
	`expiresAt` integer NOT NULL,
	PRIMARY KEY(`purpose`, `person`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `codes_hash_unique` ON `codes` (`hash`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`person` text NOT NULL,
	`chat` text NOT NULL,
	`about` text NOT NULL,
	`request` text NOT NULL,
	`missing` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person`, `chat`)
);
--> statement-breakpoint
CREATE TABLE `inbox` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`person` text NOT NULL,
	`chat` text,
	`body` text,
	`verdict` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `inbox_person` ON `inbox` (`person`,`seq`);--> statement-breakpoint
CREATE TABLE `matters` (
	`id` text NOT NULL,
	`seq` integer PRIMARY KEY NOT NULL,
	`about` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`owner` text NOT NULL,
	`filedBy` text NOT NULL,
	`edition` text NOT NULL,
	`state` text NOT NULL,
	`day` text,
	`lastDay` text,
	`data` text NOT NULL,
	`route` text NOT NULL,
	`quotes` text NOT NULL,
	`stage` integer NOT NULL,
	`openedAt` integer NOT NULL,
	`closedAt` integer,
	`cause` text
);
--> statement-breakpoint
CREATE INDEX `matters_cause` ON `matters` (`cause`) WHERE "matters"."cause" is not null;--> statement-breakpoint
CREATE INDEX `matters_owner` ON `matters` (`owner`,`about`,`seq`);--> statement-breakpoint
CREATE INDEX `matters_current` ON `matters` (`owner`,`about`,`lastDay`) WHERE "matters"."state" in ('open', 'approved', 'effective');--> statement-breakpoint
CREATE INDEX `matters_day` ON `matters` (`about`,`day`);--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`recipient` text NOT NULL,
	`body` text,
	`status` text NOT NULL,
	`about` text NOT NULL,
	`text` text NOT NULL,
	`clauses` text NOT NULL,
	`quotes` text NOT NULL,
	`missing` text,
	`due` text,
	`buttons` text NOT NULL,
	`matter` text,
	`step` integer,
	`attachments` text,
	`cause` text,
	`channel` text,
	`state` text NOT NULL,
	`key` text,
	`attempts` integer NOT NULL,
	`sentAt` integer,
	`platformId` text,
	`error` text
);
--> statement-breakpoint
CREATE INDEX `outbox_recipient` ON `outbox` (`recipient`,`id`);--> statement-breakpoint
CREATE INDEX `outbox_pending` ON `outbox` (`channel`,`recipient`,`id`) WHERE "outbox"."state" = 'pending';--> statement-breakpoint
CREATE INDEX `outbox_unsettled` ON `outbox` (`state`,`id`) WHERE "outbox"."state" in ('sending', 'uncertain', 'failed');--> statement-breakpoint
CREATE INDEX `outbox_step` ON `outbox` (`step`) WHERE "outbox"."step" is not null;--> statement-breakpoint
CREATE TABLE `questions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`outcome` text NOT NULL,
	`text` text NOT NULL,
	`times` integer NOT NULL,
	`day` text NOT NULL,
	`handledOn` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `questions_once` ON `questions` (`outcome`,`text`);--> statement-breakpoint
CREATE INDEX `questions_by_day` ON `questions` (`day`);--> statement-breakpoint
CREATE TABLE `queues` (
	`channel` text NOT NULL,
	`recipient` text NOT NULL,
	`nextAt` integer NOT NULL,
	`held` integer NOT NULL,
	PRIMARY KEY(`channel`, `recipient`)
);
--> statement-breakpoint
CREATE INDEX `queues_next` ON `queues` (`nextAt`);--> statement-breakpoint
CREATE TABLE `rosters` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`file` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `seen` (
	`key` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `step_people` (
	`step` integer NOT NULL,
	`person` text NOT NULL,
	`open` integer NOT NULL,
	PRIMARY KEY(`step`, `person`)
);
--> statement-breakpoint
CREATE INDEX `step_people_open` ON `step_people` (`person`,`step`) WHERE "step_people"."open" = 1;--> statement-breakpoint
CREATE TABLE `steps` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`matter` text NOT NULL,
	`stage` integer NOT NULL,
	`ask` text NOT NULL,
	`party` text NOT NULL,
	`body` text,
	`principal` text,
	`state` text NOT NULL,
	`due` text,
	`openedAt` integer NOT NULL,
	`decidedAt` integer,
	`decidedBy` text,
	`outcome` text,
	`note` text
);
--> statement-breakpoint
CREATE INDEX `steps_matter` ON `steps` (`matter`,`stage`);--> statement-breakpoint
CREATE INDEX `steps_principal` ON `steps` (`principal`) WHERE "steps"."principal" is not null;--> statement-breakpoint
CREATE TABLE `timers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`matter` text,
	`step` integer,
	`person` text
);
--> statement-breakpoint
CREATE INDEX `timers_at` ON `timers` (`at`);--> statement-breakpoint
CREATE INDEX `timers_matter` ON `timers` (`matter`) WHERE "timers"."matter" is not null;--> statement-breakpoint
CREATE INDEX `timers_step` ON `timers` (`step`) WHERE "timers"."step" is not null;