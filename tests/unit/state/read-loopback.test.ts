import { expect, test } from 'vitest';
import { readLoopback } from '../../../src/state/read-loopback';

test.each([
  ['http://localhost:11434', 'http://localhost:11434'],
  [' localhost:8080 ', 'http://localhost:8080'],
  ['http://127.0.0.1:1234/v1/', 'http://127.0.0.1:1234'],
  ['HTTP://LocalHost:8080/v1', 'http://localhost:8080'],
  ['http://localhost', 'http://localhost'],
])('%s is an address on this computer', (typed, origin) => {
  expect(readLoopback(typed)).toBe(origin);
});

test.each([
  ['', 'is empty'],
  ['http://', 'is none'],
  ['http://localhost:99999', 'is none'],
  ['https://api.example.org', 'not this computer'],
  ['http://localhost.example.org', 'not this computer'],
  ['http://localhost@example.org', 'not this computer'],
  ['http://192.168.0.2:8080', 'not this computer'],
  ['http://0.0.0.0:8080', 'not this computer'],
  ['my server', '“my server” is no'],
  ['http://[::1]:8080', 'write localhost'],
  ['https://localhost:8080', 'begin with http'],
  ['ftp://localhost', 'begin with http'],
  ['http://me:word@localhost:8080', 'ends with the port'],
  ['http://localhost:8080/models', 'ends with the port'],
  ['http://localhost:8080/v1?key=1', 'ends with the port'],
])('“%s” is refused', (typed, why) => {
  expect(() => readLoopback(typed)).toThrow(why);
});
