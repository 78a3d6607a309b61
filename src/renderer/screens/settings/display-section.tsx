/** The language of the application, and its light or dark appearance; both apply at once. */
import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { settingsText } from '../../../shared/text/screens/settings.ts';
import { useConnection } from '../../api/connection.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';

const SCHEMES = ['auto', 'light', 'dark'] as const;

export function DisplaySection() {
  const words = useText(settingsText);
  const language = useLanguage();
  const { host, queries } = useConnection();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const setLanguage = async (chosen: string) => {
    await host.call.application.setLanguage({ language: chosen === 'en' ? 'en' : 'fr' });
    await queries.invalidateQueries();
  };
  return (
    <>
      <Section title={words.language}>
        <div>
          <SegmentedControl
            aria-label={words.language}
            value={language}
            data={[
              { value: 'fr', label: words.french },
              { value: 'en', label: words.english },
            ]}
            onChange={(chosen) => void setLanguage(chosen)}
          />
        </div>
      </Section>
      <Section title={words.scheme}>
        <div>
          <SegmentedControl
            aria-label={words.scheme}
            value={colorScheme}
            data={SCHEMES.map((value) => ({ value, label: words[value] }))}
            onChange={(chosen) =>
              setColorScheme(SCHEMES.find((scheme) => scheme === chosen) ?? 'auto')
            }
          />
        </div>
      </Section>
    </>
  );
}
