/**
 * `node --import ./tests/support/throws-later.mjs …`: on SIGUSR2 something goes wrong that nobody catches; a promise that
 * nobody awaits with `THROWS=rejection`.
 */
process.on('SIGUSR2', () => {
  const error = Object.assign(new TypeError('朱佳宁请假就医'), { code: 'E_TEST' });
  if (process.env.THROWS === 'rejection') void Promise.reject(error);
  else
    setImmediate(() => {
      throw error;
    });
});
