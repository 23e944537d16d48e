/** A process that runs as the server does: it takes the lock of the database and stays. */
import { lockDatabase } from '../../db/lock.ts';

lockDatabase(process.argv[2]!);
console.log('locked');
setInterval(() => {}, 60_000);
