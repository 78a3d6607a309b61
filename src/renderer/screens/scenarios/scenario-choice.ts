/** A scenario in a list to choose from: its key and its name. */
export interface ScenarioChoice {
  readonly value: string;
  readonly label: string;
}
