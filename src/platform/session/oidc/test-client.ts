/** How the tests are registered with their platform. */
export const CLIENT = { id: 'luoshi-test', secret: 'not-a-secret-but-long-enough-for-a-test' };
