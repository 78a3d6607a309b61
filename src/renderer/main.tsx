/** The entry of the window: its session first, then what it shows. */
import './zod-without-eval.ts';
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './theme/global.css';
import './theme/print.css';
import 'dayjs/locale/fr';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type ReactNode, StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Display } from '../shared/contract/application.ts';
import { ConnectionProvider, makeConnection } from './api/connection.tsx';
import { dropSession, openSession, type SessionRefusal } from './api/session.ts';
import { App } from './app.tsx';
import { NoSession } from './frame/no-session.tsx';
import { applyColorScheme, colorSchemeOfPage } from './theme/color-scheme.ts';
import { cssVariablesResolver, PRINT_VARIABLES, styleNonce, theme } from './theme/theme.ts';

function Dressed(props: { keep: (change: Partial<Display>) => void; children: ReactNode }) {
  const { keep, children } = props;
  const [colorScheme] = useState(() => colorSchemeOfPage(keep));
  return (
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        defaultColorScheme="auto"
        colorSchemeManager={colorScheme}
        getStyleNonce={styleNonce}
      >
        <style nonce={styleNonce()} media="print">
          {PRINT_VARIABLES}
        </style>
        <Notifications position="bottom-right" limit={3} />
        {children}
      </MantineProvider>
    </StrictMode>
  );
}

async function start(ground: HTMLElement): Promise<void> {
  applyColorScheme();
  const root = createRoot(ground);
  const refuse = (code: SessionRefusal) => {
    root.render(
      <Dressed keep={() => undefined}>
        <NoSession code={code} />
      </Dressed>,
    );
  };
  const session = await openSession();
  if (session.kind === 'refused') return refuse(session.code);
  const connection = makeConnection(session, () => {
    dropSession();
    refuse('no_session');
  });
  root.render(
    <Dressed keep={connection.keepDisplay}>
      <ConnectionProvider connection={connection}>
        <App />
      </ConnectionProvider>
    </Dressed>,
  );
}

const ground = document.getElementById('root');
if (ground !== null) void start(ground);
