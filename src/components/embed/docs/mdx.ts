import Events from './Events.astro';
import FramePolicy from './FramePolicy.astro';
import Height from './Height.astro';
import Hosting from './Hosting.astro';
import Imports from './Imports.astro';
import LiveElement from './LiveElement.astro';
import LiveFrame from './LiveFrame.astro';
import Members from './Members.astro';
import Messages from './Messages.astro';
import OEmbedExample from './OEmbedExample.astro';
import Platform from './Platform.astro';
import Policies from './Policies.astro';
import Presets from './Presets.astro';
import Refusal from './Refusal.astro';
import Release from './Release.astro';
import ResultExample from './ResultExample.astro';
import SettingsOfFigures from './SettingsOfFigures.astro';
import SettingWays from './SettingWays.astro';
import Styling from './Styling.astro';
import Tiers from './Tiers.astro';

/** What the embedders' page may use besides what all prose may. */
export const components = {
  Events,
  FramePolicy,
  Height,
  Hosting,
  Imports,
  LiveElement,
  LiveFrame,
  Members,
  Messages,
  OEmbedExample,
  Platform,
  Policies,
  Presets,
  Refusal,
  Release,
  ResultExample,
  SettingsOfFigures,
  SettingWays,
  Styling,
  Tiers,
};
