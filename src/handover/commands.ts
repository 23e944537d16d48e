import { handOver } from './handover.command.ts';

export const handoverCommands = [handOver] as const;
