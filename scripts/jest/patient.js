/** What is waited for ends a test when it comes, not after the library's second: on a busy machine that is no time. */
require('@testing-library/react').configure({ asyncUtilTimeout: 20_000 });
