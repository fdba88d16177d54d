import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { keylessSettings, machineSettings, withKey } from '../../server/machine/machine-settings.ts'
import { Refusal } from '../../server/machine/refusal.ts'
import { readSettings } from '../../server/settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'forest-settings-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const key = 'a key of thirty-two bytes or more, for tests'

describe('settings of one machine', () => {
  test('nothing needs to be set', () => {
    expect(readSettings({})).toEqual({
      settings: {
        port: 8787,
        host: '127.0.0.1',
        databaseUrl: 'file:data/forest.db',
        databaseAuthToken: undefined,
        publicOrigin: 'http://localhost:8787',
        trustedProxies: 0,
        demo: false,
      },
    })
  })

  test('an empty value counts as not set', () => {
    expect(readSettings({ PORT: '', DEMO: '', SECRET_KEY: '' })).toEqual(readSettings({}))
  })

  test('links follow the port until an address of the site is given', () => {
    expect(readSettings({ PORT: '80' })).toMatchObject({
      settings: { publicOrigin: 'http://localhost:80' },
    })
    expect(readSettings({ PUBLIC_ORIGIN: 'https://forest.example.cn/' })).toMatchObject({
      settings: { publicOrigin: 'https://forest.example.cn' },
    })
  })

  test.each([
    ['PORT', ['0', '8787', '65535']],
    ['HOST', ['0.0.0.0', '::1', 'forest.local']],
    [
      'DATABASE_URL',
      ['file:/var/forest.db', 'libsql://x.turso.io', 'https://x', 'http://[::1]:8080'],
    ],
    ['PUBLIC_ORIGIN', ['http://192.168.1.2:8787', 'https://forest.example.cn']],
    ['SECRET_KEY', [key, '汇成片区的邮筒森林在这里']],
    ['TRUSTED_PROXIES', ['0', '1', '5']],
    ['DEMO', ['0', '1']],
  ])('%s takes a right value', (name, values) => {
    for (const value of values) expect(readSettings({ [name]: value })).toHaveProperty('settings')
  })

  test.each([
    ['PORT', ['-1', '65536', '80.5', 'eighty', '8787 ', '0x50', '１２']],
    ['HOST', ['two words', 'a/b', 'http://localhost']],
    ['DATABASE_URL', ['forest.db', 'file:', 'file:a?b', 'mysql://x', 'libsql:', '数据库']],
    [
      'PUBLIC_ORIGIN',
      [
        'forest.example.cn',
        'https://forest.example.cn/m',
        'https://a?b',
        'ftp://a',
        'https://u:p@a',
      ],
    ],
    ['SECRET_KEY', ['short', '三十二个字节才够']],
    ['TRUSTED_PROXIES', ['-1', '6', 'yes']],
    ['DEMO', ['true', 'yes', '2']],
  ])('a wrong %s is one line that names it, in Chinese and English', (name, values) => {
    for (const value of values) {
      const read = readSettings({ [name]: value })
      const faults = 'faults' in read ? read.faults : []
      expect(faults, value).toHaveLength(1)
      expect(faults[0]).toMatch(new RegExp(`^${name}.*[\\u4e00-\\u9fff].*·.*[a-z]`))
      expect(faults[0]).not.toContain('\n')
    }
  })

  test('every wrong value is named at once', () => {
    const read = readSettings({ PORT: 'x', DEMO: 'x', HOST: 'x y' })
    expect('faults' in read && read.faults.map((line) => line.split(' ')[0])).toEqual([
      'PORT',
      'HOST',
      'DEMO',
    ])
  })

  test('a wrong key or a database address is never repeated on the screen', () => {
    for (const name of ['SECRET_KEY', 'DATABASE_URL']) {
      expect(JSON.stringify(readSettings({ [name]: 'p4ssword' }))).not.toContain('p4ssword')
    }
  })
})

describe('settings on Workers', () => {
  test('what machines must share has to be given', () => {
    const read = readSettings({}, 'workers')
    expect('faults' in read && read.faults.map((line) => line.split(' ')[0]).sort()).toEqual([
      'DATABASE_URL',
      'PUBLIC_ORIGIN',
      'SECRET_KEY',
    ])
  })

  test('a file cannot be the database there', () => {
    const given = { PUBLIC_ORIGIN: 'https://a.cn', SECRET_KEY: key, DATABASE_URL: 'file:a.db' }
    expect(readSettings(given, 'workers')).toHaveProperty('faults')
    expect(readSettings({ ...given, DATABASE_URL: 'libsql://a' }, 'workers')).toHaveProperty(
      'settings',
    )
  })
})

describe('the key of one machine', () => {
  const environment = { DATABASE_URL: `file:${join(folder, 'data/forest.db')}` }
  const path = join(folder, 'data/secret-key')

  test('is made on first start, kept beside the database and readable by its owner only', () => {
    const { secretKey } = withKey(machineSettings(environment))
    expect(secretKey.length).toBeGreaterThanOrEqual(32)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(withKey(machineSettings(environment)).secretKey).toEqual(secretKey)
    expect(readFileSync(path, 'utf8').trim().length).toBe(64)
  })

  test('stops the start when it was damaged, because receipts would silently change', () => {
    writeFileSync(path, 'cut')
    expect(() => withKey(machineSettings(environment))).toThrow(Refusal)
  })

  test('must be given when the database is elsewhere', () => {
    const elsewhere = { DATABASE_URL: 'libsql://forest.turso.io' }
    expect(() => machineSettings(elsewhere)).toThrow(/^PUBLIC_ORIGIN/)
    const withOrigin = { ...elsewhere, PUBLIC_ORIGIN: 'https://forest.example.cn' }
    expect(() => machineSettings(withOrigin)).toThrow(/^SECRET_KEY/)
    expect(keylessSettings(withOrigin).publicOrigin).toBe('https://forest.example.cn')
  })
})
