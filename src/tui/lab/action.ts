/** All that can happen to the lab. */
import type { Picture } from '../../experiment/index.ts';
import type { Settings } from '../../scenario/index.ts';
import type { Answer, Question } from './questions.ts';
import type { Reloaded } from './services.ts';

export type LabAction =
  /** `at`: milliseconds from any origin; tells quick successions from single moves. */
  | { readonly type: 'move'; readonly by: 1 | -1; readonly fine: boolean; readonly at: number }
  | { readonly type: 'extreme'; readonly end: 'low' | 'high' }
  | { readonly type: 'toggle' }
  | { readonly type: 'release' }
  /** A letter of a search or a digit of a value. */
  | { readonly type: 'letter'; readonly letter: string }
  | { readonly type: 'erase' }
  | { readonly type: 'enter' }
  | { readonly type: 'escape' }
  | { readonly type: 'select'; readonly by: number }
  | { readonly type: 'search' }
  | { readonly type: 'filter' }
  | { readonly type: 'tab'; readonly by: 1 | -1 }
  | { readonly type: 'focus'; readonly by: 1 | -1 }
  | { readonly type: 'region' }
  /** For lines of text: straight to an item, to settings, to an outcome. */
  | { readonly type: 'go'; readonly to: string }
  | { readonly type: 'settings'; readonly settings: Settings }
  | { readonly type: 'about'; readonly outcome: number }
  | { readonly type: 'mark' }
  | { readonly type: 'unmark' }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'everything-free' }
  | { readonly type: 'overlay'; readonly kind: 'help' | 'info' | 'variants' }
  | { readonly type: 'ask'; readonly kind: 'curve' | 'map' | 'tornado' | 'drill' }
  /** Opens a run of the drill as a story, or the next one (`by`). */
  | { readonly type: 'story'; readonly by: 1 | -1 }
  /** In a story: marks another entry. */
  | { readonly type: 'entry'; readonly by: number }
  /** Over the stages day by day: marks another day. */
  | { readonly type: 'day'; readonly by: 1 | -1 }
  /** The futures of the marked entry of a story, of the first run of a drill, or of the marked day; of `day` where given. */
  | { readonly type: 'futures'; readonly day?: number }
  /** The next moment of the run whose futures are shown, or the one before. */
  | { readonly type: 'moment'; readonly by: 1 | -1 }
  | { readonly type: 'answer'; readonly to: Question; readonly answer: Answer }
  | { readonly type: 'unanswered'; readonly to: Question; readonly message: string }
  | { readonly type: 'compare' }
  | { readonly type: 'uncompare' }
  | { readonly type: 'pick'; readonly by: number }
  | { readonly type: 'scroll'; readonly by: number; readonly limit: number }
  /** `side`: of the newest point, or what is compared with, which is refined when there is time. */
  | {
      readonly type: 'picture';
      readonly side: 'now' | 'before';
      readonly settings: Settings;
      readonly picture: Picture;
    }
  | { readonly type: 'broken'; readonly message: string }
  | { readonly type: 'fault'; readonly settings: Settings; readonly message: string }
  | { readonly type: 'reloaded'; readonly reloaded: Reloaded }
  | { readonly type: 'name' }
  | { readonly type: 'notice'; readonly text: string };
