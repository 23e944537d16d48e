/** Who comes in is Teams: botbuilder looks at the signature, as it does for every bot. */
import type { Activity } from 'botbuilder';
import { within } from '../../../src/bot/patience.ts';
import type { TeamsConfig } from '../../../src/config.ts';
import type { MicrosoftService, TeamsOptions } from '../options.ts';
import { botbuilder } from './botbuilder.ts';
import { withoutConsole } from './quiet-console.ts';
import { Refused } from './refused.ts';
import { whyRefused } from './why-refused.ts';

/** Who signs what comes in: the Connector, for all of Teams. */
const CHANNEL = 'https://api.botframework.com';
const OPEN_ID_METADATA = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** How long Microsoft may take to tell with which keys it signs, in milliseconds. */
const PATIENCE = 10_000;

export type Door = {
  /** Throws a Refused when Teams did not sign this. Nothing to sign is needed without an app (TEAMS_ANONYMOUS). */
  check(authorization: string, activity: Activity): Promise<void>;
  /** Could Microsoft be asked for its keys, last time that was needed? */
  isSure(): boolean;
};

export type DoorOptions = Pick<TeamsOptions, 'config' | 'microsoft' | 'wait'>;

export function createDoor({ config: { app }, microsoft, wait }: DoorOptions): Door {
  if (!app) return { check: async () => {}, isSure: () => true };
  const authentication = botAuthentication(app, microsoft);
  let isSure = true;
  return {
    check: async (authorization, activity) => {
      try {
        const passed = withoutConsole(() => authentication.authenticateRequest(activity, authorization));
        if (!(await within({ wait }, passed, PATIENCE))) throw new Refused(503, 'the keys of Microsoft do not come');
        isSure = true;
      } catch (error) {
        const refused = error instanceof Refused ? error : whyRefused(error);
        if (refused.status === 503) isSure = false;
        throw refused;
      }
    },
    isSure: () => isSure,
  };
}

/** As botbuilder does it for every bot, but for one thing: tokens of the Emulator and of other bots are not taken. */
function botAuthentication(app: NonNullable<TeamsConfig['app']>, microsoft: MicrosoftService | undefined) {
  const { ConfigurationBotFrameworkAuthentication } = botbuilder();
  const metadata = microsoft?.openIdMetadata ?? OPEN_ID_METADATA;
  return new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: app.id,
      MicrosoftAppType: app.type,
      MicrosoftAppTenantId: app.tenant,
      ...(app.password !== null && { MicrosoftAppPassword: app.password }),
      ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${app.tenant}`,
      ToChannelFromBotOAuthScope: CHANNEL,
      ToBotFromChannelTokenIssuer: CHANNEL,
      ToBotFromChannelOpenIdMetadataUrl: metadata,
      // Whoever says that it is the Emulator's is measured by the Connector's keys too, which sign nothing for it.
      ToBotFromEmulatorOpenIdMetadataUrl: metadata,
      OAuthUrl: CHANNEL,
    },
    undefined,
    {
      requiredEndorsements: [],
      validateClaims: async (claims) => {
        if (!claims.some(({ type, value }) => type === 'iss' && value === CHANNEL))
          throw new Refused(401, 'not of the Connector');
      },
    },
  );
}
