/** Settings at which each figure shows what it is for, where its defaults do not: for its picture in a list. */
export const telling: Readonly<Record<string, string>> = {
  'token-flow': 'proxy=bucket&follow=13',
  'latency-simulator': 'cost=25&render=frame',
  'transport-chooser': 'waiting=yes&long=no&wordy=yes',
};
