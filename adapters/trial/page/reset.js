// "Opnieuw beginnen": asks first, then puts the trial school back to its beginning.
import { showProblem } from './chat.js';
import { tellNews } from './clock.js';
import { byId } from './elements.js';
import { tell } from './server.js';
import { text } from './texts.js';

/** @param {() => Promise<void>} done told when the school is back at its beginning */
export function startReset(done) {
  const dialog = byId('reset-dialog');
  byId('reset').addEventListener('click', () => {
    dialog.returnValue = 'no';
    dialog.showModal();
  });
  dialog.addEventListener('close', async () => {
    if (dialog.returnValue !== 'yes') return;
    tellNews(() => text('resetBusy'));
    byId('reset').disabled = true;
    try {
      await tell('/api/opnieuw', {});
      showProblem(null);
      await done();
      tellNews(() => text('resetDone'));
    } catch (problem) {
      showProblem(problem);
      tellNews(() => '');
    } finally {
      byId('reset').disabled = false;
    }
  });
}
