/** Prints how much memory a process holds that does nothing, in bytes. */
console.log(process.resourceUsage().maxRSS * 1024);
