import { describe, expect, test } from 'vitest';
import { type FolderPlace, folderRisk } from '../../../../src/main/companies/data-folder.ts';

const EXT4 = 0xef53;
const MOUNTS = `/dev/disk3s1 on / (apfs, sealed, local, read-only)
/dev/disk3s5 on /System/Volumes/Data (apfs, local)
//a@server/share on /Volumes/share (smbfs, nodev, nosuid)
/dev/disk5 on /Volumes/key (msdos, local)`;

const linux = (realPath: string, fileSystemType = EXT4): FolderPlace => ({
  platform: 'linux',
  realPath,
  fileSystemType,
  mounts: '',
});
const mac = (realPath: string): FolderPlace => ({
  platform: 'darwin',
  realPath,
  fileSystemType: 26,
  mounts: MOUNTS,
});
const windows = (realPath: string): FolderPlace => ({
  platform: 'win32',
  realPath,
  fileSystemType: 0,
  mounts: '',
});

describe('a folder for ledgers', () => {
  const cases: [place: FolderPlace, risk: string | null][] = [
    [linux('/home/a/.local/share/encours'), null],
    [linux('/mnt/nfs/encours', 0x6969), 'network'],
    [linux('/mnt/smb/encours', 0xfe534d42), 'network'],
    [linux('/mnt/cifs/encours', 0xff534d42), 'network'],
    [linux('/home/a/Dropbox/encours'), 'synchronised'],
    [linux('/home/a/Dropboxer/encours'), null],
    [mac('/Users/a/Library/Application Support/Encours'), null],
    [mac('/Volumes/share/encours'), 'network'],
    [mac('/Volumes/sharex/encours'), null],
    [mac('/Volumes/key/encours'), null],
    [mac('/Users/a/Library/Mobile Documents/com~apple~CloudDocs/Encours'), 'synchronised'],
    [mac('/Users/a/Library/CloudStorage/OneDrive-Societe/Encours'), 'synchronised'],
    [windows('C:\\Users\\a\\AppData\\Local\\Encours'), null],
    [windows('\\\\server\\share\\Encours'), 'network'],
    [windows('\\\\?\\UNC\\server\\share\\Encours'), 'network'],
    [windows('\\\\?\\C:\\Users\\a\\Encours'), null],
    [windows('C:\\Users\\a\\OneDrive - Société\\Encours'), 'synchronised'],
    [windows('C:\\Users\\a\\OneDrive\\Encours'), 'synchronised'],
  ];
  test.each(cases)('%j: %s', (place, risk) => {
    expect(folderRisk(place)).toBe(risk);
  });
});
